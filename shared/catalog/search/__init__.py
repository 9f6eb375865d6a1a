"""From the words people use to the procedures they need. Pure; see search.Search."""
