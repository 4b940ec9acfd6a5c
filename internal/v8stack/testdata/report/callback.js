[1].forEach(function each() { throw new Error("in each"); });
