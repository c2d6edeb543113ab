"""Run the command line with ``python -m ranking``."""

from ranking.cli.app import run

if __name__ == "__main__":
    run()
