"""Everything 年报通 knows and does, without a screen: no module here imports Qt."""
