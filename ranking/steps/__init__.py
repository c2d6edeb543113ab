"""Steps of the run that join stages: who sent what, what is told of a file, what is judged."""
