"""Is my paper ready? Dossiers as other systems tell them, without what is personal in them."""
