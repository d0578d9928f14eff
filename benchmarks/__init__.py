"""One file per task: each prints a score for any data folder of its format. Run `python -m benchmarks TASK`."""
