"""Reports with known truth, written by other people's software in the ways of many offices, and how well they are read.

`python -m tests.corpus build FOLDER` writes the files and truth.json, `python -m tests.corpus measure FOLDER` reads
them with the importers and prints what came back right, per format.
"""
