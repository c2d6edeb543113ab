"""How well a run agrees with what careful readers found: `rank bench`.

Not a stage: it knows the tables of a finished build and truth files, and nothing of how the build
came about. A share of no cases is 0 throughout, as with scikit-learn's ``zero_division=0``.
"""
