"""The ground floor: what every other package may use and that imports none of them."""
