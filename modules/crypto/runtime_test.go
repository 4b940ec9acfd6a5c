package crypto_test

import (
	"bytes"
	"context"
	"sync"
	"testing"

	"github.com/gonode/gonode/runtime"
)

// everything uses each kind of work once and prints what is not random.
const everything = `
const crypto = require('crypto');
const web = globalThis.crypto;
const log = [];
const left = new Set(['bytes', 'pbkdf2', 'scrypt', 'web']);
const end = (name) => (...rest) => {
  log.push(name + ':' + rest.join());
  left.delete(name);
  if (left.size === 0) console.log(log.sort().join(' '));
};
crypto.randomBytes(8, (err, b) => end('bytes')(err, b.length));
crypto.pbkdf2('password', 'salt', 1, 4, 'sha1', (err, key) => end('pbkdf2')(err, key.toString('hex')));
crypto.scrypt('p', 's', 4, { N: 16 }, (err, key) => end('scrypt')(err, key.toString('hex')));
web.subtle.digest('SHA-1', Buffer.from('abc')).then((d) => end('web')(Buffer.from(d).toString('hex').slice(0, 8)));
log.push(web.randomUUID().length, crypto.createHash('md5').update('').digest('base64'));
`

const printed = "1B2M2Y8AsgTpgAmY7PhCfg== 36 bytes:,8 pbkdf2:,0c60c80f scrypt:,4efe92b5 web:a9993e36\n"

// TestClosedRuntime: a runtime without options, which reaches nothing of the
// host, has all of crypto; and many of them do not meet.
func TestClosedRuntime(t *testing.T) {
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			var out bytes.Buffer
			rt, err := runtime.New(runtime.WithStdio(nil, &out, &out))
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := rt.RunString(context.Background(), "test", everything); err != nil {
				t.Error(err)
			}
			if err := rt.Close(); err != nil {
				t.Error(err)
			}
			if out.String() != printed {
				t.Errorf("printed %q, want %q", out.String(), printed)
			}
		})
	}
	all.Wait()
}

// TestCloseWhileWorking ends runtimes whose jobs are under way or wait; the
// check for leaked goroutines in TestMain sees what they leave.
func TestCloseWhileWorking(t *testing.T) {
	rt, err := runtime.New()
	if err != nil {
		t.Fatal(err)
	}
	_, err = rt.RunString(context.Background(), "test", `
		const { pbkdf2 } = require('crypto');
		for (let i = 0; i < 100; i++) pbkdf2('p', 's', 2000, 32, 'sha512', () => { throw new Error('after the end'); });
		process.exit(3);
	`)
	if err == nil {
		t.Error("the script did not end by process.exit")
	}
	if err := rt.Close(); err != nil {
		t.Error(err)
	}
}
