try { process.exit(6); } catch { console.log('never'); } finally { console.log('never'); }
