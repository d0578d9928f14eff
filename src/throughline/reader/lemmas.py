def lemma(norm: str, tag: str, xpos: str) -> str:
    return norm
