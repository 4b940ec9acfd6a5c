package runtime

// signalStatus and the number of a signal is what a shell shows for a program
// that the signal ended.
const signalStatus = 128
