"""Tests of the typesetting: text, tables and pages as places on paper."""
