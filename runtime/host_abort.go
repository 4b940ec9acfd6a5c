package runtime

// abortStatus is what a shell shows for a program that SIGABRT ended.
const abortStatus = 134
