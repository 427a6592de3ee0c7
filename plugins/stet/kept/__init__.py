"""The engine of a process that builds again and again, and keeps its state in memory."""
