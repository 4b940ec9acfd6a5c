const s = "äö€"; throw new Error("wide " + s);
