"""Run the command line with ``python -m ranking``."""

from ranking.cli.app import main

if __name__ == "__main__":
    main()
