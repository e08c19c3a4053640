@echo off
rem A double click opens the forms for writing in the browser. To end it: Ctrl-C, or close the window.
"%~dp0xem-trang.cmd" --open /soan-bai/ %*
