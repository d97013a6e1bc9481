"""What happened, written once and never changed: timeline, audit trail, live feed and raw material of figures."""
