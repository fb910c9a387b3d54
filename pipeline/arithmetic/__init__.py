"""The figures that must agree: sums, products, lists, and what one period hands to the next, as people read them."""
