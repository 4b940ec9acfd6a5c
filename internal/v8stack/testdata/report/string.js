throw "str\nx"
