"""The clipboard of whoever reads: through a helper program, through tmux, or through the terminal itself."""
