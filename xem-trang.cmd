@echo off
rem A double click opens the preview in the browser. To end it: Ctrl-C, or close this window.
setlocal
chcp 65001 >nul
pushd "%~dp0"
set "NEW_ENOUGH=import sys; sys.exit(sys.version_info[:2] < (3, 11))"
set "PYTHON="
for %%P in ("py -3" python python3) do if not defined PYTHON call %%~P -c "%NEW_ENOUGH%" >nul 2>nul && set "PYTHON=%%~P"
if defined PYTHON call %PYTHON% build.py serve %*
set "CODE=%ERRORLEVEL%"
if defined PYTHON if not %CODE%==0 if not %CODE%==130 pause
if defined PYTHON exit /b %CODE%
rem No labels above: in a file with Vietnamese letters, or with the line ends of Unix, cmd.exe may miss them.
echo Máy này chưa có Python 3.11 trở lên, nên chưa mở được bản xem trước.
echo Cách làm: vào https://www.python.org/downloads/ tải bản mới nhất cho Windows rồi cài đặt;
echo nếu có ô "Add python.exe to PATH" thì đánh dấu vào ô ấy. Cài xong, bấm đúp lại vào tệp này.
echo Python 3.11 or newer is needed: install it from https://www.python.org/downloads/ and try again.
pause
exit /b 3
