throw new Error;
