// Built-in functions between the frames.
function below() { print(new Error('q').stack.split('\n')[3].trim()); }
[1].forEach(function () { below(); });
[1].map(() => { below(); });
[1, 2].reduce(() => { below(); });
[1].find(() => { below(); });
[2, 1].sort(() => { below(); return 0; });
JSON.parse('1', () => { below(); });
JSON.stringify({ toJSON() { below(); } });
'a'.replace(/a/, () => { below(); return ''; });
Object.assign({}, { get a() { below(); return 1; } });
(function () { below(); }).call(null);
(function () { below(); }).apply(null);
Reflect.apply(function () { below(); }, null, []);
(function () { below(); }).bind(null)();
