"""Pictures of every page, to look at before patients do: the walk, the pictures, and the page that shows them."""
