@echo off
rem soon
