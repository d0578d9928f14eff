"""What people ask of a story: plain functions of a `ledger.view.View`, computed when read, never stored.

    query      Query: which days, whom about, which type, how many
    entries    chronicle(view, query) -> Chronicle       the dated record
    state      state(view, query) -> State               what stands
    diff       diff(earlier, later) -> Diff              what a reader learned between two views
    said       said(view, by, about) -> (Saying, ...)    statements with their speakers
    actors     actors(view, about) -> (Actor, ...)       people and bodies
    series     figures(view, of) -> (Series, ...)        figures of one quantity over time
    deadlines  deadlines(view) -> (Deadline, ...)        what was due, and what became of it
    disputes   disputes(view) -> (Dispute, ...)          what contradicts what
    sources    sources(view) -> (Source, ...)            outlets, copies, who cites whom
    search     search(view, words, limit) -> (Hit, ...)  full text over readable passages
    why        why(view, id) -> Explanation              the words, the rule, the rivals
    status     status(view) -> Overview                  what is in it, what could not be read
    happenings happenings(view) -> (Happening, ...)      events that are one

Every one is a pure function of what the view knows, so a view as of a day gives what a story of the pages known by
that day would give (law 2), in whatever order they came (law 3).
"""
