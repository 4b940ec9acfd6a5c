throw new Error("multi\nline\nmessage");
