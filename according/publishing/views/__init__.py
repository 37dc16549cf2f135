"""What templates see: frozen views of one page each, made from the model; a template meets nothing else."""
