//go:build unix

package process

import "golang.org/x/sys/unix"

func processUsage() (usage, error) { return getrusage(unix.RUSAGE_SELF) }

func getrusage(who int) (usage, error) {
	var r unix.Rusage
	if err := unix.Getrusage(who, &r); err != nil {
		return usage{}, err
	}
	return usage{
		user: micros(r.Utime), system: micros(r.Stime),
		maxRSS: int64(r.Maxrss) / maxRSSUnit,
		shared: int64(r.Ixrss), data: int64(r.Idrss), stack: int64(r.Isrss),
		minorFault: int64(r.Minflt), majorFault: int64(r.Majflt), swaps: int64(r.Nswap),
		blockIn: int64(r.Inblock), blockOut: int64(r.Oublock),
		ipcSent: int64(r.Msgsnd), ipcReceived: int64(r.Msgrcv), signals: int64(r.Nsignals),
		voluntary: int64(r.Nvcsw), involuntary: int64(r.Nivcsw),
	}, nil
}

func micros(t unix.Timeval) int64 { return int64(t.Sec)*1_000_000 + int64(t.Usec) }
