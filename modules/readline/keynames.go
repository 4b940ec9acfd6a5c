package readline

// namedKey is what a code stands for, with the modifiers that some terminals
// express by the code alone.
type namedKey struct {
	name        string
	shift, ctrl bool
}

// keyNames are the codes that terminals send (Node documentation, "TTY
// keybindings"): xterm, gnome, rxvt, putty, cygwin and the Linux console.
var keyNames = map[string]namedKey{
	"[200~": {name: "paste-start"},
	"[201~": {name: "paste-end"},

	"OP": {name: "f1"}, "OQ": {name: "f2"}, "OR": {name: "f3"}, "OS": {name: "f4"},
	"[P": {name: "f1"}, "[Q": {name: "f2"}, "[R": {name: "f3"}, "[S": {name: "f4"},
	"[11~": {name: "f1"}, "[12~": {name: "f2"}, "[13~": {name: "f3"}, "[14~": {name: "f4"},
	"[[A": {name: "f1"}, "[[B": {name: "f2"}, "[[C": {name: "f3"}, "[[D": {name: "f4"}, "[[E": {name: "f5"},
	"[15~": {name: "f5"}, "[17~": {name: "f6"}, "[18~": {name: "f7"}, "[19~": {name: "f8"},
	"[20~": {name: "f9"}, "[21~": {name: "f10"}, "[23~": {name: "f11"}, "[24~": {name: "f12"},

	"[A": {name: "up"}, "[B": {name: "down"}, "[C": {name: "right"}, "[D": {name: "left"},
	"[E": {name: "clear"}, "[F": {name: "end"}, "[H": {name: "home"},
	"OA": {name: "up"}, "OB": {name: "down"}, "OC": {name: "right"}, "OD": {name: "left"},
	"OE": {name: "clear"}, "OF": {name: "end"}, "OH": {name: "home"},

	"[1~": {name: "home"}, "[2~": {name: "insert"}, "[3~": {name: "delete"}, "[4~": {name: "end"},
	"[5~": {name: "pageup"}, "[6~": {name: "pagedown"}, "[[5~": {name: "pageup"}, "[[6~": {name: "pagedown"},
	"[7~": {name: "home"}, "[8~": {name: "end"},

	"[a": {name: "up", shift: true}, "[b": {name: "down", shift: true}, "[c": {name: "right", shift: true},
	"[d": {name: "left", shift: true}, "[e": {name: "clear", shift: true},
	"[2$": {name: "insert", shift: true}, "[3$": {name: "delete", shift: true}, "[5$": {name: "pageup", shift: true},
	"[6$": {name: "pagedown", shift: true}, "[7$": {name: "home", shift: true}, "[8$": {name: "end", shift: true},
	"[Z": {name: "tab", shift: true},

	"Oa": {name: "up", ctrl: true}, "Ob": {name: "down", ctrl: true}, "Oc": {name: "right", ctrl: true},
	"Od": {name: "left", ctrl: true}, "Oe": {name: "clear", ctrl: true},
	"[2^": {name: "insert", ctrl: true}, "[3^": {name: "delete", ctrl: true}, "[5^": {name: "pageup", ctrl: true},
	"[6^": {name: "pagedown", ctrl: true}, "[7^": {name: "home", ctrl: true}, "[8^": {name: "end", ctrl: true},
}
