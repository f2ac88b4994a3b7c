"""Typesetting: lines of Chinese text, tables and pages, as places on paper; nothing here knows of PDF."""
