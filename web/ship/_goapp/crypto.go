package app

import "errors"

var errNoCrypto = errors.New("this build has no cryptography")

func encrypt(string, []byte) ([]byte, error) { return nil, errNoCrypto }

func decrypt(string, []byte) ([]byte, error) { return nil, errNoCrypto }
