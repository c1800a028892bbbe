package engine

// The late comers are a binary heap: late[(i-1)/2] is before late[i].

// pushLate adds a key.
func (q *queue) pushLate(k key) {
	q.late = append(q.late, k)
	i := len(q.late) - 1
	for i > 0 {
		parent := (i - 1) / 2
		if !q.before(&k, &q.late[parent]) {
			break
		}
		q.late[i] = q.late[parent]
		i = parent
	}
	q.late[i] = k
}

// popLate removes the first key.
func (q *queue) popLate() {
	n := len(q.late) - 1
	k := q.late[n]
	q.late = q.late[:n]
	if n == 0 {
		return
	}
	i := 0
	for {
		child := 2*i + 1
		if child >= n {
			break
		}
		if right := child + 1; right < n && q.before(&q.late[right], &q.late[child]) {
			child = right
		}
		if !q.before(&q.late[child], &k) {
			break
		}
		q.late[i] = q.late[child]
		i = child
	}
	q.late[i] = k
}
