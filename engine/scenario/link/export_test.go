package link

var Encode64 = encode64
