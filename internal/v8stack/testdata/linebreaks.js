#!/usr/bin/env node
print(new Error("x").stack.split("\n")[1].trim());
print(new Error("x").stack.split("\n")[1].trim());print(new Error("x").stack.split("\n")[1].trim()); print(new Error("x").stack.split("\n")[1].trim());
