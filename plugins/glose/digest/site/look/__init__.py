"""What a house gives its site beside its texts: colours, typefaces, signs, menus, its own words."""
