class MyError extends Error { constructor(m) { super(m); this.name = "MyError"; Object.defineProperty(this, "x", { value: 1 }); } }
throw new MyError("m");
