print(new Error('x').stack.split('\n')[1].trim()); function f() { print(new Error('y').stack.split('\n')[1].trim()); } f();
f();
if (f) return;
f();
