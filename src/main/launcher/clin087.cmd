@echo off
rem Starts clin087 on Windows, by the contract of the script clin087 beside it: Java adds 100 to
rem the program's exit codes, and a code that is not such a sum is 70, never a verdict.
rem Delayed expansion stays off: it would eat each exclamation mark in a path or an argument.
setlocal EnableExtensions DisableDelayedExpansion

if not defined JAVA_HOME goto search
set "JAVA=%JAVA_HOME:"=%\bin\java.exe"
if exist "%JAVA%" goto start
>&2 echo clin087: there is no Java in JAVA_HOME; it needs Java 17 or later
exit /b 70

:search
set "JAVA="
for %%J in (java.exe) do set "JAVA=%%~$PATH:J"
if defined JAVA goto start
>&2 echo clin087: no Java found; install Java 17 or later, or set JAVA_HOME
exit /b 70

:start
set "CALLER=%CD%"
rem Only a drive's root ends in a backslash, which would take the quotation mark after it along.
if "%CALLER:~-1%"=="\" set "CALLER=%CALLER%."
rem What is proved of a whole policy takes more memory than any referral.
set "POLICY="
if "%~1"=="policy" set "POLICY=-Xmx320m -Xmn64m"
pushd "%~dp0..\lib"
if exist clin087.jar goto run
>&2 echo clin087: cannot enter its own folder lib
exit /b 70

:run
"%JAVA%" -XX:SharedArchiveFile=clin087.jsa @jvm.options %POLICY% "-XX:ErrorFile=%TEMP%\clin087_hs_err_%%p.log" "-Dclin087.cwd=%CALLER%" -Dclin087.exitBase=100 clin087.cli.Main %*
set "CODE=%ERRORLEVEL%"
popd

if %CODE% geq 100 if %CODE% leq 107 goto answer
for %%C in (170 230 241) do if "%CODE%"=="%%C" goto answer
for %%C in (129 130 143) do if "%CODE%"=="%%C" exit /b %CODE%
rem Windows' own code for a program ended by Ctrl-C.
if "%CODE%"=="-1073741510" exit /b 130
>&2 echo clin087: Java could not start or was stopped (code %CODE%), and may say why above; it needs Java 17 or later and 200 MB of memory
exit /b 70

:answer
set /a CODE-=100
exit /b %CODE%
