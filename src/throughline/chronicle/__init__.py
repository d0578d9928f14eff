"""From a ledger's view to what people ask for."""
