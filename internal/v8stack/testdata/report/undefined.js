/* é😀 */ throw undefined
