throw new Error("Content was run");
