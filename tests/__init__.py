"""The tests of Vinh Danh; `python3 build.py test` runs them all, with every check of the code."""
