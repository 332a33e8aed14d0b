@echo off
rem OneBook. No argument opens the desktop; arguments are a command line (onebook --help).
rem "onebook test" runs the tests, "onebook sample --seed N --out DIR" makes a sample company.
rem installer\windows\prepare.ps1 builds what is needed and writes the options for Java.
setlocal
chcp 65001 >nul
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0installer\windows\prepare.ps1" %1 %2
if errorlevel 1 exit /b %errorlevel%
if "%~1"=="test" exit /b 0
if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java.exe")
if "%~1"=="" (
  "%java%" %ONEBOOK_JAVA_OPTS% "@%~dp0target\java.args" onebook.app.start.Launcher
) else if "%~1"=="sample" (
  for /f "tokens=1,*" %%a in ("%*") do (
    "%java%" %ONEBOOK_JAVA_OPTS% "@%~dp0target\java.args" onebook.sample.SampleCompany %%b
  )
) else (
  "%java%" %ONEBOOK_JAVA_OPTS% "@%~dp0target\java.args" -Djava.awt.headless=true onebook.cli.Main %*
)
exit /b %errorlevel%
