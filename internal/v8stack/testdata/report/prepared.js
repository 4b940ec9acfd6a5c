Error.prepareStackTrace = (e, s) => "PREP " + e.message + "\n    at nowhere"; throw new Error("p");
