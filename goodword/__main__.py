"""`python -m goodword` is `goodword`."""

from goodword.cli.main import main

if __name__ == "__main__":
    main()
