@echo off
rem Opens the preview with a double click. Xem truoc trang; dung bang Ctrl-C hoac dong cua so.
cd /d "%~dp0"
where py >nul 2>nul
if errorlevel 1 (python build.py serve %*) else (py -3 build.py serve %*)
if errorlevel 1 pause
