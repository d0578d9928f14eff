"""Which peers can run here: the libraries of others that a benchmark scores beside ours.

In: peers by name, each with the module it needs and what makes it of that module. Out: those that can be made. None of
them is needed to build or test Throughline: `benchmarks/peers.txt` pins them, `make peers` installs them beside
everything else, and one that is not there is named on stderr, with the reason, and left out.
"""

import importlib
import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import TypeVar

Peer = TypeVar("Peer")


def installed(peers: Mapping[str, tuple[str, Callable[[ModuleType], Peer]]]) -> Iterator[tuple[str, Peer]]:
    """Yield the peers that can run; say which can't, and why."""
    for name, (module, make) in peers.items():
        try:
            library = importlib.import_module(module)
        except ImportError:
            sys.stderr.write(f"peer {name}: not installed (make peers), left out\n")
            continue
        logging.getLogger(module.partition(".")[0]).setLevel(logging.CRITICAL)
        try:
            yield name, make(library)
        except ImportError as error:
            sys.stderr.write(f"peer {name}: {error}; left out\n")
