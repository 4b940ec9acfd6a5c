package process

// installIDs does nothing: Node has no user and group functions on Windows.
func (m *Module) installIDs() {}
