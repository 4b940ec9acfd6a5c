// Code of eval and new Function.
print(eval('new Error("in eval").stack').split('\n').slice(1, 3).join(' | '));
function f() { return eval('new Error("in f").stack').split('\n').slice(1, 3).join(' | '); }
print(f());
print(new Function('return new Error("in fn").stack')().split('\n')[2]);
print(eval('(function named() { return new Error("x").stack })()').split('\n')[1]);
