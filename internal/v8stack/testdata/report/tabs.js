		throw new Error("tabs");
