if (0) return; throw new Error("first line");
