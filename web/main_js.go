package main

func awayFromBrowser() {}
